namespace FlowEngine.Moving.Generating;

/// <param name="Messages">Of each conversation, before its dirt.</param>
public sealed record GeneratorOptions(int Conversations, int Tenants, int Seed, int Messages = 10);
