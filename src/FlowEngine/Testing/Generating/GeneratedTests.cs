using FlowEngine.Testing.Covering;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing.Generating;

/// <param name="Tests">With what came as what is expected.</param>
/// <param name="NotFound">What no conversation was found for.</param>
public sealed record GeneratedTests(IReadOnlyList<FlowTest> Tests, IReadOnlyList<CoveragePoint> NotFound);
