"""Areas that grow raw materials for processors: figures by year, contracts, certificates, checks of food safety."""
