using FlowEngine.Api.Access;
using FlowEngine.Compiling;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Api.Background;

/// <summary>Forgets what is kept in memory by ids of a database in whose place another was put: there the same ids mean other rows.</summary>
internal sealed class ReplacedDatabase(DatabaseGeneration generation, FlowCache flows, TenantFacts tenants, ApiKeyCache keys) : IHostedService
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
        tenants.Clear();
        keys.Forget();
    }
}
