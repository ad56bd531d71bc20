"""The parts of build_data.py: packages in, tab-separated tables out."""
