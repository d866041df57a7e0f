"""The first stage: content/ becomes the model of a site."""
