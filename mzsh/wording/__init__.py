"""What words say: whether a measure can be carried out and checked, whether an owner is a person."""
