using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;

namespace FlowEngine.Integrations.Tests.Resilience;

internal sealed class FixedRows : IAiConfigurations
{
    private readonly List<AiConfiguration> _rows = [];

    public void Add(AiConfiguration row) => _rows.Add(row);

    public void Only(AiConfiguration row)
    {
        _rows.Clear();
        _rows.Add(row);
    }

    public ValueTask<IReadOnlyList<AiConfiguration>> ActiveAsync(TenantKey tenant, CancellationToken cancellationToken) => new(_rows.ToList());
}
