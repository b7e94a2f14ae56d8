using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Database;

/// <summary>What a database adds to the options of a context: its provider, connection and column types.</summary>
public interface IDatabaseProvider
{
    void Configure(DbContextOptionsBuilder options);
}
