"""What a democratic life meeting (民主生活会) is: records whose every value knows where it stands."""
