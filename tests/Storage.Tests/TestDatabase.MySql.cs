using FlowEngine.Storage.MySql;
using FlowEngine.Storage.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests;

public sealed partial class TestDatabase
{
    static partial void AddMySql(IServiceCollection services, string connectionString, PostgreSqlOptions options) =>
        services.AddMySqlStorage(connectionString, new()
        {
            OnStatement = options.OnStatement,
            LockTimeout = options.LockTimeout,
            BackupFolder = options.BackupFolder,
            OnSchemaStatement = options.OnSchemaStatement,
        });
}
