using FlowEngine.Api.Access;
using FlowEngine.Api.Secrets;
using FlowEngine.Chat.Limits;
using FlowEngine.Compiling;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Api.Background;

/// <summary>Forgets what is kept in memory of a database in whose place another was put: there the same ids mean other rows.</summary>
internal sealed class ReplacedDatabase(
    DatabaseGeneration generation, FlowCache flows, TenantFacts tenants, ApiKeyCache keys, StoredSecrets secrets, SecretProtector protector, UsageGate usage)
    : IHostedService
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
        secrets.Forget();
        protector.Forget();
        usage.Forget();
    }
}
