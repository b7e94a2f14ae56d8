namespace FlowEngine.Api.Serving;

internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>What was asked could not be done, or a check found errors.</summary>
    public const int Failed = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;
}
