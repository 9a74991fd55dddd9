"""民主生活会 (democratic life meeting) as a workflow over a folder of Markdown and YAML."""
