using System.Text.Json;

namespace FlowEngine.Conversations;

/// <summary>Names of enum values as API, files and database write them: camelCase.</summary>
public static class EnumNames
{
    public static string For<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
