using FlowEngine.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowEngine.Architecture.Tests.Rules;

/// <summary>What makes a turn depend on anything but its input, or blocks a thread.</summary>
[Collection(SourceTreeCollection.Name)]
public sealed class BannedMemberTests(SourceTree sources)
{
    private static readonly HashSet<string> NotOnTheWayOfATurn = new(StringComparer.Ordinal)
    {
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow",
        "Stopwatch.GetTimestamp", "Environment.TickCount", "Environment.TickCount64",
        "Random.Shared", "Guid.NewGuid", "Guid.CreateVersion7", "Task.Run", "Thread.Sleep",
    };

    [Theory]
    [InlineData("FlowEngine")]
    [InlineData("Nodes")]
    public void Members_OfClockChanceAndThreads_AreNotUsed(string project) =>
        Breaches.None(
            from file in sources.FilesOf(project)
            from access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            let name = $"{LastName(access.Expression)}.{access.Name.Identifier.Text}"
            where NotOnTheWayOfATurn.Contains(name)
            select $"{file.At(access)}: {name}");

    [Theory]
    [InlineData("FlowEngine")]
    [InlineData("Nodes")]
    public void ServiceProvider_OutsideRegistration_IsNotUsed(string project) =>
        Breaches.None(
            from file in sources.FilesOf(project)
            where !file.Path.EndsWith("Services.cs", StringComparison.Ordinal)
            from name in file.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
            where name.Identifier.Text is "IServiceProvider" or "IServiceScopeFactory"
            select $"{file.At(name)}: {name}");

    [Fact]
    public void Tasks_OfSrc_AreAwaitedRatherThanBlockedOn() =>
        Breaches.None(
            from file in sources.Files
            let model = sources.Compilation.GetSemanticModel(file.Tree)
            from access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            where access.Name.Identifier.Text is "Result" or "Wait" or "GetResult"
            let type = model.GetTypeInfo(access.Expression).Type?.Name
            where type is "Task" or "TaskAwaiter" or "ValueTaskAwaiter"
            select $"{file.At(access)}: {access}");

    private static string LastName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        IdentifierNameSyntax name => name.Identifier.Text,
        _ => "",
    };
}
