using FlowEngine.Api.Cli;

return await FlowEngineCommand.RunAsync(args);
