-- Addresses are kept in the one text that there is for each of them; those of version 6 were kept
-- with all their zeros, so that their owners would no longer be known where they signed in before.

update sign_in set address = host(address::inet) where address ~ '^[0-9a-f]{1,4}(:[0-9a-f]{1,4}){7}$';
