namespace FlowEngine.ParallelRuns.Planning;

/// <summary>In which order the candidates of one turn are run.</summary>
internal static class CandidateOrder
{
    /// <summary>Whether the control runs again before the other engine does: on half of the turns, the same each time.</summary>
    public static bool ControlFirst(Guid turnId)
    {
        Span<byte> bytes = stackalloc byte[16];
        turnId.TryWriteBytes(bytes);
        return (bytes[^1] & 1) == 0;
    }
}
