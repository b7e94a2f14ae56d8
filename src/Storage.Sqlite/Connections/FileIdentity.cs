using System.Runtime.InteropServices;
using System.Text;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>Tells one file from another that is put at the same path. A symbolic link is followed: the file is what counts.</summary>
/// <param name="Born">Nanoseconds; 0 where the file system does not keep it.</param>
internal readonly record struct FileIdentity(ulong Device, ulong Inode, long Born)
{
    private const int CurrentFolder = -100;
    private const uint InodeAndBirth = 0x100 | 0x800;
    private const uint Birth = 0x800;
    private const int NoSuchFile = 2;
    private const int NoFolder = 20;

    /// <summary>Null where there is no file.</summary>
    public static FileIdentity? Of(string path) => OperatingSystem.IsLinux() ? OfLinux(path) : OfOthers(path);

    /// <summary>Some file systems give a file another inode now and then; one with the same time of birth is the same.</summary>
    public bool IsSame(FileIdentity other) => Device == other.Device && Born == other.Born && (Inode == other.Inode || Born != 0);

    private static FileIdentity? OfLinux(string path)
    {
        var status = default(Status);
        if (Statx(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, InodeAndBirth, ref status) == 0)
        {
            var born = (status.Mask & Birth) != 0 ? (status.BornSeconds * 1_000_000_000) + status.BornNanoseconds : 0;
            return new(((ulong)status.DeviceMajor << 32) | status.DeviceMinor, status.Inode, born);
        }

        // Where a sandbox forbids the call, what .NET knows has to do.
        return Marshal.GetLastPInvokeError() is NoSuchFile or NoFolder ? null : OfOthers(path);
    }

    /// <summary>On Windows a file that is open cannot be replaced; elsewhere the time of its birth tells it.</summary>
    private static FileIdentity? OfOthers(string path) =>
        File.Exists(path) ? new FileIdentity(0, 0, OperatingSystem.IsLinux() ? 0 : File.GetCreationTimeUtc(path).Ticks) : null;

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, ref Status status);

    /// <summary>The kernel's layout, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(0)]
        public uint Mask;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(80)]
        public long BornSeconds;

        [FieldOffset(88)]
        public uint BornNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
