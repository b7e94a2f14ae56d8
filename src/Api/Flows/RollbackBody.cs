using FlowEngine.Api.Bodies;

namespace FlowEngine.Api.Flows;

/// <summary>What a rollback asks for.</summary>
/// <param name="Version">The one to go back to.</param>
/// <param name="Note">Why.</param>
/// <param name="Override">Why it is published although flow tests fail.</param>
public sealed record RollbackBody(
    [property: Whole(1, int.MaxValue, Missing = "invalid")] int Version, [property: Text] string? Note = null, [property: Text] string? Override = null);
