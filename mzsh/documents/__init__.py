"""Official documents (文书): one module a document, each a function of the model that says what its template says."""
