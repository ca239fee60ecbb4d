from django.db.backends.postgresql import base

from .pool import Pool


class DatabaseWrapper(base.DatabaseWrapper):
    @property
    def pool(self):
        options = self.settings_dict["OPTIONS"].get("pool")
        if self.alias == base.NO_DB_ALIAS or not options:
            return None
        if self.alias not in self._connection_pools:
            arguments = self.get_connection_params() | {"autocommit": True}
            made = Pool(name=self.alias, kwargs=arguments, configure=self._configure_connection, **options)
            self._connection_pools.setdefault(self.alias, made)
        return self._connection_pools[self.alias]
