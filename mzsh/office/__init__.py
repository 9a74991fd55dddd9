"""Word and Excel in and out: what an office has in other formats becomes the folder's, and the other way."""
