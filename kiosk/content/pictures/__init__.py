"""Files in a pictures folder, which anybody may have made: are they pictures, and do they do no harm?"""
