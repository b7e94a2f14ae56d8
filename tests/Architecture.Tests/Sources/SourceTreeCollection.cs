namespace FlowEngine.Architecture.Tests.Sources;

[CollectionDefinition(Name)]
public sealed class SourceTreeCollection : ICollectionFixture<SourceTree>
{
    public const string Name = "sources";
}
