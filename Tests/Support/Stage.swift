// Terminals and folders stand apart from the stories told on them: what is run without the testing library has them too.
@_exported public import Stage
