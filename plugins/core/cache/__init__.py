"""What is kept between builds, and whether a file has changed."""
