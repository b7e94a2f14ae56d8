using FlowEngine.Chat.Limits;
using FlowEngine.Compiling;
using FlowEngine.Hosting.Access;
using FlowEngine.Hosting.Secrets;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Tenants;
using Microsoft.Extensions.Hosting;

namespace FlowEngine.Hosting;

/// <summary>Forgets what is kept in memory of a database in whose place another was put: there the same ids mean other rows.</summary>
public sealed class ReplacedDatabase(
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
