using FlowEngine.Api.Serving;

return await ServiceProgram.RunAsync(
    args,
    "FlowEngine: chat by conversation flows. Settings may follow as --Section:Name=value. Other commands are in the program flowengine (src/Cli).");
