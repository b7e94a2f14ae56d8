using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Compiling;
using FlowEngine.Storage.Database;

namespace FlowEngine.Api.Background;

/// <summary>Forgets what is kept in memory by ids of a database in whose place another was put: there the same ids mean other rows.</summary>
internal sealed class ReplacedDatabase(DatabaseGeneration generation, FlowCache flows, TenantDirectory tenants, ApiKeyCache keys) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        generation.Replaced += Forget;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        generation.Replaced -= Forget;
        return Task.CompletedTask;
    }

    private void Forget(object? sender, EventArgs replaced)
    {
        flows.Clear();
        tenants.Forget();
        keys.Forget();
    }
}
