using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowEngine.Testing.Running;

/// <summary>A flow version, and the world that scripts run it in.</summary>
public sealed record FlowUnderTest
{
    public required TenantProfile Tenant { get; init; }

    public required FlowVersionRef Flow { get; init; }

    /// <summary>What <c>sub_flow</c> may call.</summary>
    public IReadOnlyDictionary<string, FlowVersionRef> ActiveFlows { get; init; } = new Dictionary<string, FlowVersionRef>();

    public required IFlowVersions Versions { get; init; }

    public required NodeRegistry Registry { get; init; }

    public required IProductCatalog Catalog { get; init; }

    public required IKnowledgeBase Knowledge { get; init; }

    /// <summary>Answers where no stand-in does: a model that needs no network and gives the same answer each time.</summary>
    public required IModelDirectory Models { get; init; }

    public TurnLimits Limits { get; init; } = new();

    /// <summary>Only tells how long a script took: turns have the script's own clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;
}
