using FlowEngine.Cli;

return await FlowEngineCommand.RunAsync(args);
