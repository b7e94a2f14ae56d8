using System.Globalization;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Switches;

/// <summary>A switch of something that is not there would be a switch that nobody notices failing.</summary>
public sealed class KillSwitchSubjects(NodeRegistry registry, ModelDirectory models, FlowVersionStore flows)
{
    /// <param name="tenant">Null: of the whole service.</param>
    /// <returns>Null where it is there.</returns>
    internal async Task<ApiProblem?> FaultAsync(TenantKey? tenant, KillSwitchBody order, CancellationToken cancellationToken)
    {
        var known = order.Kind switch
        {
            KillSwitch.NodeType => registry.All.Any(type => type.Name == order.Subject),
            KillSwitch.ModelProvider => models.Providers.Contains(order.Subject, StringComparer.OrdinalIgnoreCase),
            KillSwitch.FlowVersion => tenant is { } key && await HasVersionAsync(key, order.Subject!, cancellationToken),
            _ => true,
        };
        return known ? null : ApiProblems.InvalidRequest([new("/subject", "unknown", order.Kind == KillSwitch.FlowVersion
            ? $"The tenant has no version '{order.Subject}': write FLOW@VERSION, such as shop-assistant@3."
            : $"There is no {order.Kind} '{order.Subject}'.")]);
    }

    private async Task<bool> HasVersionAsync(TenantKey tenant, string subject, CancellationToken cancellationToken) =>
        subject.Split('@') is [var name, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && await flows.GetAsync(tenant, name, version, cancellationToken) is not null;
}
