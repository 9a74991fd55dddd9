"""A Word file as it will be seen: properties resolved through styles, sections, tables, running heads and feet."""
