"""How loops are found one by one."""
