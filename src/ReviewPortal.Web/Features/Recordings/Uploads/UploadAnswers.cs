namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>A file that somebody is about to send.</summary>
/// <param name="File">What its sender calls it.</param>
/// <param name="Metadata">As it came.</param>
public sealed record NewUpload(string File, long Bytes, string? Format, string? Sitting, string Metadata);

/// <summary>Why an upload does not begin.</summary>
public enum UploadObjection
{
    /// <summary>A person who is no coordinator.</summary>
    NotAllowed,

    TooLarge,

    /// <summary>The disk has no room for it.</summary>
    DiskFull,

    /// <summary>The same sender has many unfinished ones.</summary>
    TooManyAtOnce,
}

/// <summary>How a part was received.</summary>
public enum PartAnswer
{
    Received,

    /// <summary>It does not begin where the upload has come to.</summary>
    WrongOffset,

    /// <summary>Another part of the same upload is coming in at this moment.</summary>
    Busy,

    TooMuch,

    WrongChecksum,

    DiskFull,

    TooManyPieces,

    /// <summary>What had come lies there damaged; nothing can be added to it.</summary>
    Damaged,

    /// <summary>There is nobody to answer any more; what came is kept.</summary>
    Lost,
}
