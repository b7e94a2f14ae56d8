using System.CommandLine;

namespace FlowEngine.Api.Cli;

/// <summary>The command line; without a command the service runs.</summary>
internal static class FlowEngineCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("FlowEngine: chat by conversation flows. Without a command it serves.")
        {
            ServeCommand.Create(),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync([.. parsed.UnmatchedTokens], cancellationToken));
        return root;
    }
}
