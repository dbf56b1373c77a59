namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>The systems of which deliveries with signals are read; written small, these are the names on the command line.</summary>
public enum SupplierFormat
{
    Edx,
    RpNow,
    ProctorExam,
    Proctorio,
    Seb,
    Lti,
    Constructor,
}

public static class SupplierFormats
{
    public static string Name(this SupplierFormat format) => format.ToString().ToLowerInvariant();

    /// <summary>Whose format it is, without the version: with whom there must be an agreement (AP-VWO-1).</summary>
    public static string Supplier(this SupplierFormat format) => format switch
    {
        SupplierFormat.Edx or SupplierFormat.RpNow => "Open edX",
        SupplierFormat.ProctorExam => "ProctorExam",
        SupplierFormat.Proctorio => "Proctorio",
        SupplierFormat.Seb => "Safe Exam Browser",
        SupplierFormat.Lti => "LTI",
        SupplierFormat.Constructor => "Constructor Proctor",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A format of nobody"),
    };

    public static SupplierFormat? Named(string? name) => Enum.TryParse<SupplierFormat>(name, ignoreCase: true, out var format) && Enum.IsDefined(format) ? format : null;
}

/// <summary>What the installation knows of its suppliers.</summary>
/// <param name="ProctorioSecret">What deliveries of Proctorio are signed with; without it none is believed.</param>
public sealed record SupplierSettings(string? ProctorioSecret);

/// <summary>How much a delivery of signals may hold.</summary>
public sealed record SupplierLimits
{
    /// <summary>It is kept whole in the database.</summary>
    public int Bytes { get; init; } = 8 * 1024 * 1024;

    public int Signals { get; init; } = 20_000;

    /// <summary>Sittings in one file.</summary>
    public int Reports { get; init; } = 1000;

    /// <summary>Of the text of one signal.</summary>
    public int Text { get; init; } = 8000;
}
