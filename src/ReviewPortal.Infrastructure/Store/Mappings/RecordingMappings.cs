using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class ExamMapping : IEntityTypeConfiguration<Exam>
{
    public void Configure(EntityTypeBuilder<Exam> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Code).IsUnique();
    }
}

internal sealed class SittingMapping : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.DeliverySha256).IsUnique();
        builder.HasIndex(item => item.StudentNumber);
        builder.HasIndex(item => item.Pseudonym);
        builder.HasOne<Exam>().WithMany().HasForeignKey(item => item.Exam).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.Seconds);
    }
}

internal sealed class RecordingMapping : IEntityTypeConfiguration<Recording>
{
    public void Configure(EntityTypeBuilder<Recording> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => new { item.Sitting, item.Role, item.Part }).IsUnique();
        builder.HasOne<Sitting>().WithMany().HasForeignKey(item => item.Sitting).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.Span);
        builder.Ignore(item => item.Recorded);
        // What came in before clocks were told counted as running like the sitting's own.
        builder.Property(item => item.ClockRate).HasDefaultValue(1.0);
    }
}

internal sealed class StillTrackMapping : IEntityTypeConfiguration<StillTrack>
{
    public void Configure(EntityTypeBuilder<StillTrack> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => new { item.Delivery, item.Sha256 }).IsUnique();
        builder.HasOne<SignalDelivery>().WithMany().HasForeignKey(item => item.Delivery).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecordingFactsMapping : IEntityTypeConfiguration<RecordingFacts>
{
    public void Configure(EntityTypeBuilder<RecordingFacts> builder)
    {
        // By its recording alone, and not by sitting or case: it is measured between two steps, and no step states it.
        builder.HasKey(item => item.Recording);
        builder.HasOne<Recording>().WithOne().HasForeignKey<RecordingFacts>(item => item.Recording).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(item => item.SoundLater);
        builder.Ignore(item => item.SoundShort);
    }
}

internal sealed class SittingFiguresMapping : IEntityTypeConfiguration<SittingFigures>
{
    public void Configure(EntityTypeBuilder<SittingFigures> builder)
    {
        builder.HasKey(item => item.Sitting);
        builder.HasOne<Sitting>().WithOne().HasForeignKey<SittingFigures>(item => item.Sitting).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SupplierMapping : IEntityTypeConfiguration<Supplier>
{
    public void Configure(EntityTypeBuilder<Supplier> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Key).IsUnique();
    }
}

internal sealed class SignalMapping : IEntityTypeConfiguration<Signal>
{
    public void Configure(EntityTypeBuilder<Signal> builder)
    {
        builder.HasKey(item => item.Id);
        // All that the timeline draws: a million are read from the index alone, in order.
        builder.HasIndex(item => new { item.Sitting, item.At, item.Id, item.Source, item.Kind });
        builder.HasIndex(item => new { item.Sitting, item.SameAs }).IsUnique();
        builder.HasOne<Sitting>().WithMany().HasForeignKey(item => item.Sitting).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SignalDelivery>().WithMany().HasForeignKey(item => item.Delivery).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExternalIdMapping : IEntityTypeConfiguration<ExternalId>
{
    public void Configure(EntityTypeBuilder<ExternalId> builder)
    {
        // A supplier may use a name twice; which sitting it means, a person says then.
        builder.HasKey(item => new { item.System, item.Key, item.Sitting });
        builder.HasOne<Sitting>().WithMany().HasForeignKey(item => item.Sitting).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignalDeliveryMapping : IEntityTypeConfiguration<SignalDelivery>
{
    public void Configure(EntityTypeBuilder<SignalDelivery> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Sha256).IsUnique();
        builder.HasIndex(item => item.ReceivedAt);
        builder.HasOne<Sitting>().WithMany().HasForeignKey(item => item.Sitting).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.Waits);
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<InTestMessage>
{
    public void Configure(EntityTypeBuilder<InTestMessage> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => new { item.Sitting, item.At });
        builder.HasOne<Sitting>().WithMany().HasForeignKey(item => item.Sitting).OnDelete(DeleteBehavior.Restrict);
    }
}
