using FlowEngine.Api.Serving;
using FlowEngine.Cli;

return await ServiceProgram.RunAsync(
    args,
    "FlowEngine: chat by conversation flows. Without a command it serves. Settings may follow any command as --Section:Name=value.",
    FlowCommand.Create,
    MigrateCommand.Create,
    TenantCommand.Create,
    KeyCommand.Create,
    ConversationsCommand.Create,
    StagesCommand.Create,
    CompareCommand.Create);
