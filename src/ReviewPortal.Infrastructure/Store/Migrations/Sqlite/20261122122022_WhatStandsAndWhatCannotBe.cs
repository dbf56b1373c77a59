using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatStandsAndWhatCannotBe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_Case_PublishedAt",
                table: "Letters");

            migrationBuilder.AddColumn<long>(
                name: "ReconsideredAt",
                table: "TerminationProposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReconsideredByName",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReconsideredReasons",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Restored",
                table: "TerminationProposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Delivery",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SameAs",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswerBy",
                table: "Retakes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "Retakes",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "RemindedAt",
                table: "Invitations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AgreedOn",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Agreement",
                table: "Appeals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EarlierMeasures",
                table: "Appeals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "FileBy",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Letter",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExternalIds",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExternalIds", x => new { x.System, x.Key, x.Sitting });
                    table.ForeignKey(
                        name: "FK_ExternalIds_Sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignalDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Names = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedByName = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: true),
                    LinkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LinkedByName = table.Column<string>(type: "TEXT", nullable: true),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    CameLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    DiscardedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DiscardedByName = table.Column<string>(type: "TEXT", nullable: true),
                    DiscardReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignalDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignalDeliveries_Sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StepDrafts",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepDrafts", x => new { x.Case, x.Person, x.Step });
                    table.ForeignKey(
                        name: "FK_StepDrafts_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_TerminatedAfterHearing",
                table: "TerminationProposals",
                sql: "\"Terminated\" IS NULL OR NOT \"Terminated\" OR \"Hearing\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Delivery",
                table: "Signals",
                column: "Delivery");

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Sitting_SameAs",
                table: "Signals",
                columns: new[] { "Sitting", "SameAs" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_FailedAfterSending",
                table: "Sendings",
                sql: "\"FailedAt\" IS NULL OR \"FailedAt\" >= \"At\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AnswersARequest",
                table: "Retakes",
                sql: "(\"AnsweredAt\" IS NULL AND \"Granted\" IS NULL) OR (\"RequestedAt\" IS NOT NULL AND \"Granted\" IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_OneRestriction",
                table: "Restrictions",
                column: "Case",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Case_PublishedAt_Kind_Language",
                table: "Letters",
                columns: new[] { "Case", "PublishedAt", "Kind", "Language" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters",
                sql: "\"AppealBy\" IS NOT NULL OR \"Kind\" NOT IN ('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_LastDayAfterPublication",
                table: "Letters",
                sql: "\"AppealBy\" IS NULL OR \"AppealBy\" > date(\"PublishedAt\" / 10000000 - 62135596800, 'unixepoch')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CoSignedAfterSigned",
                table: "Decisions",
                sql: "\"CoSignedBy\" IS NULL OR \"SignedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_Letter",
                table: "Appeals",
                column: "Letter");

            migrationBuilder.AddCheckConstraint(
                name: "CK_RuledAfterReceipt",
                table: "Appeals",
                sql: "(\"Ruling\" IS NULL AND \"RuledOn\" IS NULL) OR (\"Ruling\" IS NOT NULL AND \"RuledOn\" IS NOT NULL AND \"RuledOn\" >= \"ReceivedOn\")");

            migrationBuilder.AddCheckConstraint(
                name: "CK_WithdrawnUnruled",
                table: "Appeals",
                sql: "\"WithdrawnOn\" IS NULL OR (\"Ruling\" IS NULL AND \"WithdrawnOn\" >= \"ReceivedOn\")");

            migrationBuilder.CreateIndex(
                name: "IX_ExternalIds_Sitting",
                table: "ExternalIds",
                column: "Sitting");

            migrationBuilder.CreateIndex(
                name: "IX_SignalDeliveries_ReceivedAt",
                table: "SignalDeliveries",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SignalDeliveries_Sha256",
                table: "SignalDeliveries",
                column: "Sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignalDeliveries_Sitting",
                table: "SignalDeliveries",
                column: "Sitting");

            migrationBuilder.AddForeignKey(
                name: "FK_Appeals_Letters_Letter",
                table: "Appeals",
                column: "Letter",
                principalTable: "Letters",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Signals_SignalDeliveries_Delivery",
                table: "Signals",
                column: "Delivery",
                principalTable: "SignalDeliveries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Appeals_Letters_Letter",
                table: "Appeals");

            migrationBuilder.DropForeignKey(
                name: "FK_Signals_SignalDeliveries_Delivery",
                table: "Signals");

            migrationBuilder.DropTable(
                name: "ExternalIds");

            migrationBuilder.DropTable(
                name: "SignalDeliveries");

            migrationBuilder.DropTable(
                name: "StepDrafts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_TerminatedAfterHearing",
                table: "TerminationProposals");

            migrationBuilder.DropIndex(
                name: "IX_Signals_Delivery",
                table: "Signals");

            migrationBuilder.DropIndex(
                name: "IX_Signals_Sitting_SameAs",
                table: "Signals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FailedAfterSending",
                table: "Sendings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AnswersARequest",
                table: "Retakes");

            migrationBuilder.DropIndex(
                name: "IX_OneRestriction",
                table: "Restrictions");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Case_PublishedAt_Kind_Language",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_LastDayAfterPublication",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CoSignedAfterSigned",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Appeals_Letter",
                table: "Appeals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_RuledAfterReceipt",
                table: "Appeals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WithdrawnUnruled",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "ReconsideredAt",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "ReconsideredByName",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "ReconsideredReasons",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "Restored",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "Delivery",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "SameAs",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "AnswerBy",
                table: "Retakes");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Retakes");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "AgreedOn",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "Agreement",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "EarlierMeasures",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "FileBy",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "Letter",
                table: "Appeals");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Case_PublishedAt",
                table: "Letters",
                columns: new[] { "Case", "PublishedAt" });
        }
    }
}
