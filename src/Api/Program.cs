using FlowEngine.Api.Cli;

return await FlowEngineCommand.Create().Parse(args).InvokeAsync();
