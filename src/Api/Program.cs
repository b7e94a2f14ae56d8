using System.CommandLine;
using FlowEngine.Api.Cli;

// Longer than the host's own 30 seconds: turns under way end before the process does.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) };
return await FlowEngineCommand.Create().Parse(args).InvokeAsync(invocation);
