namespace FlowEngine.Storage.MySql.Connections;

internal static class Collation
{
    /// <summary>
    /// Binary, and without padding: with it <c>a</c> and <c>a </c> would be the same. Each kind of server calls it otherwise, and reads only
    /// the comment that is meant for it.
    /// </summary>
    public const string Name = "/*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */";
}
