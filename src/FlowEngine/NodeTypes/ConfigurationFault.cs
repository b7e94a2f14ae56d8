namespace FlowEngine.NodeTypes;

/// <summary>Something wrong in a node's configuration.</summary>
/// <param name="Pointer">JSON pointer relative to the configuration.</param>
/// <param name="IsError">False: the flow runs, but hardly as its author meant it.</param>
public sealed record ConfigurationFault(string Pointer, string Message, string Fix, bool IsError = true)
{
    /// <summary>The finding's code where it has one of its own.</summary>
    public string? Code { get; init; }

    /// <summary>The name that the member at <see cref="Pointer"/> was probably meant to have; null if none is near.</summary>
    public string? MeantMember { get; init; }
}

/// <summary>A configuration with rules that span several members.</summary>
public interface IValidatedConfiguration
{
    IEnumerable<ConfigurationFault> Validate();
}
