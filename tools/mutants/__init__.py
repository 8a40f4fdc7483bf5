"""Mutation testing: do the tests fail if the code is wrong?"""
