namespace FlowEngine.Nodes.Shop;

/// <summary>What a message says of an amount.</summary>
internal enum PriceBound
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No more than it.</summary>
    AtMost,

    /// <summary>No less than it.</summary>
    AtLeast,
}
